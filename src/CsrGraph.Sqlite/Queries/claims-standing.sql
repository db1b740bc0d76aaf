-- {0} are the columns of a claim. What stands after ?2; ?1 is 0, when nothing stood. Read as it lies and then sorted, which is quicker than to seek each.
SELECT {0} FROM claim a NOT INDEXED WHERE a.added_in > ?1 AND a.added_in <= ?2 AND (a.retracted_in > ?2 OR a.retracted_in IS NULL)
ORDER BY 1
