-- {0} are the columns of an entity, {1} as in claims-added. Versions that stand after ?2; one that says the same and stood after ?1 is no change.
SELECT {0} FROM entity e
WHERE e.added_in > ?1 AND e.added_in <= ?2 AND e.added_in > {1} AND (e.retracted_in > ?2 OR e.retracted_in IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM entity y WHERE y.node = e.node AND y.added_in <= ?1 AND (y.retracted_in > ?1 OR y.retracted_in IS NULL)
      AND y.kind = e.kind AND y.category IS e.category AND y.body = e.body)
ORDER BY e.key
