// citation-js parses the BibTeX.   usage: bibtex.mjs FILE
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

const { data } = new Cite(readFileSync(process.argv[2], 'utf8'));
console.log(JSON.stringify(data.map(({ id, title, author, issued, URL, publisher, note }) => ({ id, title, author, issued, URL, publisher, note }))));
