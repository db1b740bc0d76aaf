-- The standing piece that says just this.
SELECT row FROM evidence
WHERE claim = ?1 AND document = ?2 AND retracted_in = 9223372036854775807
  AND first IS ?3 AND last IS ?4 AND grade = ?5 AND quote IS ?6 AND note IS ?7 AND roster IS ?8
