-- The standing row of an entity.
SELECT row, added_in FROM entity WHERE node = (SELECT id FROM node WHERE key = ?1) AND retracted_in IS NULL
