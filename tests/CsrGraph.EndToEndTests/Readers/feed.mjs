// Two feed parsers read the feed, and a second look finds nothing new.   usage: feed.mjs URL
import assert from 'node:assert/strict';
import { parseFeed } from '@rowanmanning/feed-parser';
import Parser from 'rss-parser';

const [, , url] = process.argv;
const first = await fetch(url);
assert.equal(first.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
const text = await first.text();
const feed = parseFeed(text);
assert.equal(feed.meta.type, 'atom');
assert.equal(feed.self, url);
const other = await new Parser().parseString(text);
assert.deepEqual(other.items.map(i => i.id), feed.items.map(i => i.id));
for (const item of feed.items) assert.ok(item.id && item.title && item.updated && item.authors[0].name && item.content.startsWith('<ul>'), item.id);
assert.equal(new Set(feed.items.map(i => i.id)).size, feed.items.length);
for (const headers of [{ 'If-None-Match': first.headers.get('etag') }, { 'If-Modified-Since': first.headers.get('last-modified') }]) {
  const again = await fetch(url, { headers });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
}
assert.equal((await fetch(url, { headers: { 'If-None-Match': '"another"' } })).status, 200);
console.log(`${feed.title}: ${feed.items.map(i => `${i.title} (${(i.content.match(/<li>/g) ?? []).length})`).join(', ')}`);
