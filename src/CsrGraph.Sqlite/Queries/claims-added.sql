-- {0} are the columns of a claim. What stands after ?2 and did not after ?1.
SELECT {0} FROM claim a
WHERE a.added_in > ?1 AND a.added_in <= ?2 AND a.retracted_in > ?2
  AND NOT EXISTS (SELECT 1 FROM claim y WHERE y.number = a.number AND y.added_in <= ?1 AND y.retracted_in > ?1)
ORDER BY a.id
