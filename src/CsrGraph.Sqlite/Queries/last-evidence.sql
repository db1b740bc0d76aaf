SELECT max(row) FROM evidence WHERE row BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
