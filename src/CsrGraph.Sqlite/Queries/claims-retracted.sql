-- {0} are the columns of a claim. What stood after ?1 and stands no more after ?2; the condition before the last two lets the index of ended rows be used.
SELECT {0} FROM claim a
WHERE a.added_in <= ?1 AND a.retracted_in > ?1 AND a.retracted_in <= ?2 AND a.retracted_in IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM claim y WHERE y.row = a.number AND y.added_in <= ?2 AND (y.retracted_in > ?2 OR y.retracted_in IS NULL))
  AND NOT EXISTS (
    SELECT 1 FROM claim y WHERE y.number = a.number AND y.number < y.row AND y.added_in <= ?2 AND (y.retracted_in > ?2 OR y.retracted_in IS NULL))
ORDER BY 1
