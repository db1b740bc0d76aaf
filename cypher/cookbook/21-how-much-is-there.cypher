// 21. How much is there?
RETURN COUNT { (:CsrGraph&Entity&!Document) } AS entities, COUNT { (:CsrGraph&Claim) } AS claims, COUNT { (:CsrGraph&Document) } AS documents,
  COUNT { (:CsrGraph&ChangeSet) } AS changeSets;
