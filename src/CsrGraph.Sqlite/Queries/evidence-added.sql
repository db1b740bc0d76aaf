-- {0} are the columns of a piece of evidence, {1} as in claims-added. Pieces that stand after ?2; one that says the same and stood after ?1 is no change.
SELECT {0} FROM evidence v CROSS JOIN claim a ON a.row = v.row >> 20
WHERE v.added_in > ?1 AND v.added_in <= ?2 AND v.added_in > {1} AND (v.retracted_in > ?2 OR v.retracted_in IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM evidence y WHERE y.row BETWEEN v.row >> 20 << 20 AND v.row | 1048575 AND y.added_in <= ?1 AND (y.retracted_in > ?1 OR y.retracted_in IS NULL)
      AND y.document = v.document AND y.first IS v.first AND y.last IS v.last AND y.grade = v.grade
      AND y.quote IS v.quote AND y.note IS v.note AND y.roster IS v.roster)
ORDER BY 1
