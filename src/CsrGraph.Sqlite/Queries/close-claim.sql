UPDATE claim SET retracted_in = ?2 WHERE row = ?1
