SELECT id FROM term WHERE text = ?1
