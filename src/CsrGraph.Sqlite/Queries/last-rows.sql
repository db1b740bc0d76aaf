SELECT ifnull((SELECT max(row) FROM entity), 0), ifnull((SELECT max(row) FROM claim), 0), (SELECT count(*) FROM name)
