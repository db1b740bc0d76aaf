-- {0} are the columns of a piece of evidence. Pieces that stood after ?1; one that says the same and stands after ?2 is no change.
SELECT a.id, {0} FROM evidence v CROSS JOIN claim a ON a.row = (SELECT min(row) FROM claim WHERE number = v.claim)
WHERE v.added_in <= ?1 AND v.retracted_in > ?1 AND v.retracted_in <= ?2 AND v.retracted_in < 9223372036854775807
  AND NOT EXISTS (
    SELECT 1 FROM evidence y WHERE y.claim = v.claim AND y.document = v.document AND y.added_in <= ?2 AND y.retracted_in > ?2
      AND y.first IS v.first AND y.last IS v.last AND y.grade = v.grade AND y.quote IS v.quote AND y.note IS v.note AND y.roster IS v.roster)
ORDER BY a.id, (SELECT key FROM node WHERE id = v.document), v.first NULLS LAST, v.last, v.row
