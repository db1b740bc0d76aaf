SELECT number, at FROM change_set ORDER BY number DESC LIMIT 1
