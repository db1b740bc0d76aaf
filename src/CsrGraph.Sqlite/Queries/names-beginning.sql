-- Names that begin with the text ?1 and are longer; ?2 is the text and a character that comes after all others.
SELECT row FROM name INDEXED BY name_folded WHERE folded > ?1 AND folded < ?2
