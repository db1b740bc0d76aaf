-- The standing piece of a claim that says just this.
SELECT row FROM evidence
WHERE row BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 AND retracted_in IS NULL AND document = ?2
  AND first IS ?3 AND last IS ?4 AND grade = ?5 AND quote IS ?6 AND note IS ?7 AND roster IS ?8
