SELECT row FROM name INDEXED BY name_folded WHERE folded = ?1
