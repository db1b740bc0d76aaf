SELECT id FROM node WHERE key = ?1
