-- {0} are the columns of a piece of evidence. Pieces that stand after ?2; ?1 is 0, when nothing stood.
SELECT {0} FROM evidence v NOT INDEXED CROSS JOIN claim a ON a.row = v.row >> 20
WHERE v.added_in > ?1 AND v.added_in <= ?2 AND (v.retracted_in > ?2 OR v.retracted_in IS NULL)
ORDER BY 1
