-- {0} are the columns of a claim, {1} is 1 where the index of what was added later than first can be used, else 0. What stands after ?2 and did not after ?1.
SELECT {0} FROM claim a
WHERE a.added_in > ?1 AND a.added_in <= ?2 AND a.added_in > {1} AND (a.retracted_in > ?2 OR a.retracted_in IS NULL)
  AND NOT EXISTS (SELECT 1 FROM claim y WHERE y.row = a.number AND y.added_in <= ?1 AND (y.retracted_in > ?1 OR y.retracted_in IS NULL))
  AND NOT EXISTS (
    SELECT 1 FROM claim y WHERE y.number = a.number AND y.number < y.row AND y.added_in <= ?1 AND (y.retracted_in > ?1 OR y.retracted_in IS NULL))
ORDER BY 1
