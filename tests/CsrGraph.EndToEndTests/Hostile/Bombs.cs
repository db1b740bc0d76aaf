using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CsrGraph.EndToEndTests.Hostile;

/// <summary>Requests of every sort that are meant to hurt.</summary>
internal static class Bombs
{
    private const int Deep = 60_000;

    /// <summary>All of them.</summary>
    public static IEnumerable<Bomb> All => [.. Nested, .. Fragments, .. Repeated, .. Unknown, .. Long, .. Odd, .. Pages, .. Filters, .. Compressed];

    private static IEnumerable<Bomb> Nested =>
    [
        Bomb.Document("selections 60 000 deep", Times("{a", Deep) + Times("}", Deep)),
        Bomb.Document("selections that are never closed", Times("{a", Deep)),
        Bomb.Document("lists 60 000 deep", "{a(x:" + Times("[", Deep) + Times("]", Deep) + ")}"),
        Bomb.Document("objects 60 000 deep", "{a(x:" + Times("{a:", Deep) + "1" + Times("}", Deep) + ")}"),
        Bomb.Document("types 60 000 deep", "query($a:" + Times("[", Deep) + "Int" + Times("]", Deep) + "){a}"),
        Bomb.Document("inline fragments 20 000 deep", Times("{...", 20_000) + "{a}" + Times("}", 20_000)),
        Bomb.Document("selections 2 000 deep", Times("{a", 2_000) + Times("}", 2_000)),
        Bomb.Document("types 2 000 deep", "query($a:" + Times("[", 2_000) + "Int" + Times("]", 2_000) + "){a}"),
        Bomb.Document("filters 60 deep", "{events(filter:" + Times("{not:", 60) + "{}" + Times("}", 60) + "){totalCount}}"),
        Bomb.Text("JSON arrays 60 000 deep", """{"query":"{a}","variables":{"a":""" + Times("[", Deep) + Times("]", Deep) + "}}"),
        Bomb.Text("JSON objects 40 000 deep", """{"query":"{a}","variables":""" + Times("{\"a\":", 40_000) + "1" + Times("}", 40_000) + "}"),
        Bomb.Text("a body of brackets", Times("[", 200_000)),
        Bomb.Variables("filters 60 deep in variables", "query($f:EventFilter){events(filter:$f){totalCount}}", "{\"f\":" + Times("{\"not\":", 60) + "{}" + Times("}", 60) + "}"),
    ];

    private static IEnumerable<Bomb> Fragments =>
    [
        Bomb.Document("93 bytes that spread themselves", "{__schema{types{...A ...A}}}fragment A on __Type{ofType{...A ofType{...A}}}"),
        Bomb.Document("a fragment that spreads itself", "{...A}fragment A on Query{...A}"),
        Bomb.Document("a circle of three", "{...A}fragment A on Query{...B}fragment B on Query{...C}fragment C on Query{...A}"),
        Bomb.Document("a circle beside fields", "{...A}fragment A on Query{__typename asOf(validAt:\"2018\"){...A name:__typename} __typename}"),
        Bomb.Document("a circle nobody spreads", "{__typename}fragment A on Query{...B ...B}fragment B on Query{...A ...A}"),
        Bomb.Document("a circle by two fragments of one name", "{...A}fragment A on Query{__typename}fragment A on Query{...A}"),
        Bomb.Document("a chain of 5 000", Chain(5_000, i => $"...F{i}")),
        Bomb.Document("a chain of 600", Chain(600, i => $"...F{i}")),
        Bomb.Document("a chain of 35 with fields", Chain(35, i => $"asOf{{...F{i}}}")),
        Bomb.Document("fan-out of 60 levels", Chain(60, i => $"...F{i} ...F{i}")),
        Bomb.Document("fan-out of 60 levels through fields", Chain(60, i => $"a:asOf{{...F{i}}}b:asOf{{...F{i}}}")),
        Bomb.Document("fan-out of 11 levels through fields", Chain(11, i => $"a:asOf{{...F{i}}}b:asOf{{...F{i}}}")),
        Bomb.Document("400 fragments, each with all that follow", Chain(60, i => string.Concat(Enumerable.Range(i, Math.Max(0, 61 - i)).Select(j => $"...F{j} ")))),
        Bomb.Document("1 600 spreads of one fragment", "{" + Times("...A ", 1_600) + "}fragment A on Query{__typename}"),
    ];

    private static IEnumerable<Bomb> Repeated =>
    [
        Bomb.Document("3 000 repeated fields", "{" + Times("__typename ", 3_000) + "}"),
        Bomb.Document("3 000 repeated fields, in conflict", "{" + Times("events{totalCount} ", 600) + Times("events(first:1){totalCount} ", 300) + "}"),
        Bomb.Document("140 repeated fields, nested", "{" + Times("events{" + Times("nodes{" + Times("name ", 5) + "}", 5) + "}", 20) + "}"),
        Bomb.Document("140 fields in conflict", "{" + string.Concat(Enumerable.Range(0, 140).Select(i => Fixed($"a:events(first:{i}){{totalCount}} "))) + "}"),
        Bomb.Document("20 000 duplicates", "{" + Times("name ", 20_000) + "}"),
        Bomb.Document("10 000 aliases", "{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => Fixed($"a{i}:events{{totalCount}} "))) + "}"),
        Bomb.Document("1 500 aliases", "{" + string.Concat(Enumerable.Range(0, 1_500).Select(i => Fixed($"a{i}:__typename "))) + "}"),
        Bomb.Document("50 aliases of 100 rows, three levels", "{" + string.Concat(Enumerable.Range(0, 50).Select(i => Fixed($"a{i}:events(first:100){{nodes{{guidedBy(first:100){{nodes{{name}}}}}}}}"))) + "}"),
        Bomb.Document("5 000 directives", "{__typename " + Times("@include(if:true) ", 5_000) + "}"),
        Bomb.Document("800 directives", "{__typename " + Times("@include(if:true) ", 800) + "}"),
        Bomb.Document("2 400 unknown directives", "{__typename " + Times("@nobody ", 2_400) + "}"),
        Bomb.Document("1 000 operations", string.Concat(Enumerable.Range(0, 1_000).Select(i => Fixed($"query Q{i}{{__typename}}")))),
        Bomb.Document("1 000 operations of one name", Times("query Q{__typename}", 1_000)),
        Bomb.Document("1 600 fragments of one name", "{...A}" + Times("fragment A on Query{id}", 700)),
        Bomb.Document("1 600 arguments of one name", "{events(" + Times("first:1 ", 1_600) + "){totalCount}}"),
        Bomb.Document("1 200 variables", "query(" + string.Concat(Enumerable.Range(0, 1_200).Select(i => Fixed($"$v{i}:Int "))) + "){__typename}"),
        Bomb.Document("1 200 members of one name", "{events(filter:{" + Times("name:{} ", 1_200) + "}){totalCount}}"),
        Bomb.Document("types in types", "{__schema{types{fields{type{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}}}"),
        Bomb.Document("possible types in interfaces", "{__schema{types{possibleTypes{interfaces{possibleTypes{interfaces{possibleTypes{interfaces{name}}}}}}}}}"),
    ];

    private static IEnumerable<Bomb> Unknown =>
    [
        Bomb.Document("2 000 unknown fields", "{" + string.Concat(Enumerable.Range(0, 2_000).Select(i => Fixed($"organisation{i} "))) + "}"),
        Bomb.Document("700 unknown types", "{" + string.Concat(Enumerable.Range(0, 700).Select(i => Fixed($"...on Organisation{i}{{id}} "))) + "}"),
        Bomb.Document("1 200 unknown arguments", "{events(" + string.Concat(Enumerable.Range(0, 1_200).Select(i => Fixed($"firs{i}:1 "))) + "){totalCount}}"),
        Bomb.Document("1 600 unknown fragments", "{" + string.Concat(Enumerable.Range(0, 140).Select(i => Fixed($"...F{i} "))) + "}"),
        Bomb.Document("1 200 unknown variables", "{events(first:$v){totalCount} nodes(ids:[" + string.Concat(Enumerable.Range(0, 1_200).Select(i => Fixed($"$v{i} "))) + "]){id}}"),
        Bomb.Document("1 200 unknown input types", "query(" + string.Concat(Enumerable.Range(0, 1_000).Select(i => Fixed($"$v{i}:EventFilter{i} "))) + "){__typename}"),
        Bomb.Document("1 200 unknown members", "{events(filter:{" + string.Concat(Enumerable.Range(0, 1_200).Select(i => Fixed($"nam{i}:1 "))) + "}){totalCount}}"),
        Bomb.Document("1 500 unknown enum values", "{organisations(filter:{category:{in:[" + string.Concat(Enumerable.Range(0, 1_500).Select(i => Fixed($"COMPAN{i} "))) + "]}}){totalCount}}"),
    ];

    private static IEnumerable<Bomb> Long =>
    [
        Bomb.Document("a number of 200 000 digits", "{events(first:" + Times("9", 200_000) + "){totalCount}}"),
        Bomb.Document("a fraction of 200 000 digits", "{events(first:1." + Times("9", 200_000) + "){totalCount}}"),
        Bomb.Document("an exponent of 100 000 digits", "{events(first:1e" + Times("9", 100_000) + "){totalCount}}"),
        Bomb.Variables("a number of 200 000 digits in variables", "query($a:Int){events(first:$a){totalCount}}", "{\"a\":" + Times("9", 200_000) + "}"),
        Bomb.Variables("an exponent in variables", "query($a:Int){events(first:$a){totalCount}}", "{\"a\":1e999999999}"),
        Bomb.Document("a string of 240 000 characters", "{event(id:\"" + Times("x", 240_000) + "\"){name}}"),
        Bomb.Document("a block string of 60 000 lines", "{event(id:\"\"\"" + Times("  x\n", 60_000) + "\"\"\"){name}}"),
        Bomb.Document("a comment of 240 000 characters", "#" + Times("x", 240_000) + "\n{__typename}"),
        Bomb.Document("120 000 comments", Times("#\n", 100_000) + "{__typename}"),
        Bomb.Document("a name of 240 000 characters", "{" + Times("x", 240_000) + "}"),
        Bomb.Document("a type's name of 240 000 characters", "{...on " + Times("x", 240_000) + "{id}}"),
        Bomb.Document("an alias of 240 000 characters", "{" + Times("x", 240_000) + ":__typename}"),
        Bomb.Document("a fragment's name of 240 000 characters", "{..." + Times("x", 240_000) + "}"),
        Bomb.Document("240 000 blanks", Times(" ", 240_000)),
        Bomb.Document("a search for 240 000 characters", "{search(text:\"" + Times("网", 70_000) + "\"){totalCount}}"),
        Bomb.Document("a cursor of 240 000 characters", "{events(after:\"" + Times("A", 240_000) + "\"){totalCount}}"),
        Bomb.Text("an operation's name of 240 000 characters", "{\"query\":\"query A{__typename}\",\"operationName\":\"" + Times("x", 240_000) + "\"}"),
        Bomb.Text("20 000 members", "{\"query\":\"{__typename}\",\"extensions\":{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => Fixed($"\"m{i}\":1"))) + "}}"),
        Bomb.Text("a body over the limit", "{\"query\":\"" + Times("x", 400_000) + "\"}"),
    ];

    private static IEnumerable<Bomb> Odd =>
    [
        Bomb.Document("NUL", "{\0__typename}"),
        Bomb.Document("NUL in a string", "{event(id:\"a\0b\"){name}}"),
        Bomb.Document("BOM", "\uFEFF{__typename}"),
        Bomb.Document("BOM in the middle", "{__typename\uFEFF}"),
        Bomb.Document("a carriage return that stands alone", "{\r__typename ?}"),
        Bomb.Text("half a pair in the document", "{\"query\":\"{event(id:\\\"\\ud800\\\"){name}}\"}"),
        Bomb.Text("half a pair in variables", "{\"query\":\"{__typename}\",\"variables\":{\"a\":\"\\udc00\"}}"),
        Bomb.Text("half a pair in a name", "{\"query\":\"{__typename}\",\"variables\":{\"\\ud800\":1}}"),
        Bomb.Text("half a pair as GraphQL escapes it", "{\"query\":\"{event(id:\\\"\\\\ud800\\\"){name}}\"}"),
        Bomb.Text("NUL as GraphQL escapes it", "{\"query\":\"{event(id:\\\"\\\\u0000\\\"){name}}\"}"),
        Bomb.Text("a name twice", "{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}"),
        Bomb.Text("nothing", ""),
        Bomb.Text("a BOM in front of the body", "\uFEFF{\"query\":\"{__typename}\"}"),
        new("invalid UTF-8", [.. "{\"query\":\"{"u8, 0xff, 0xfe, 0xc0, 0x80, .. "}\"}"u8]),
        new("surrogates as UTF-8", [.. "{\"query\":\"{a(x:\\\""u8, 0xed, 0xa0, 0x80, .. "\\\")}\"}"u8]),
        new("200 000 bytes of 0xff", [.. Enumerable.Repeat((byte)0xff, 200_000)]),
    ];

    private static IEnumerable<Bomb> Pages =>
    [
        Bomb.Document("first: -1", "{events(first:-1){nodes{name}}}"),
        Bomb.Document("first: -2147483648", "{events(first:-2147483648){nodes{name}}}"),
        Bomb.Document("first: 99999999999", "{events(first:99999999999){nodes{name}}}"),
        Bomb.Document("first: 100, five levels", "{events(first:100){nodes{" + Times("guidedBy(first:100){nodes{guided(first:100){nodes{", 2) + "id" + Times("}}}}", 2) + "}}}"),
        Bomb.Variables("a negative variable, five levels", Levels, "{\"n\":-1}"),
        Bomb.Variables("a huge variable, five levels", Levels, "{\"n\":2147483647}"),
        Bomb.Variables("a variable of 100, five levels", Levels, "{\"n\":100}"),
        Bomb.Variables("a variable of another type", Levels, "{\"n\":[\"x\"]}"),
        Bomb.Document("nodes of 4 000 ids", "{nodes(ids:[" + string.Concat(Enumerable.Range(0, 4_000).Select(i => Fixed($"\"e:{i}\""))) + "]){id}}"),
        Bomb.Variables(
            "nodes of 20 000 ids in variables", "query($i:[ID!]!){nodes(ids:$i){id}}", "{\"i\":[" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => Fixed($"\"e:{i}\""))) + "]}"),
    ];

    private static IEnumerable<Bomb> Filters =>
    [
        Bomb.Document("600 alternatives", "{events(filter:{or:[" + Times("{name:{eq:\"x\"}}", 600) + "]}){totalCount}}"),
        Bomb.Variables("10 000 alternatives in variables", "query($f:EventFilter){events(filter:$f){totalCount}}", "{\"f\":{\"or\":[" + Times("{\"name\":{\"eq\":\"x\"}},", 10_000) + "{}]}}"),
        Bomb.Variables(
            "20 000 names in one list",
            "query($f:EventFilter){events(filter:$f){totalCount}}",
            "{\"f\":{\"name\":{\"in\":[" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => Fixed($"\"n{i}\""))) + "]}}}"),
        Bomb.Document("a pattern of 200 000 signs", "{events(filter:{name:{contains:\"" + Times("%_", 100_000) + "\"}}){totalCount}}"),
        Bomb.Document("30 relations in relations", "{events(filter:" + Times("{guidedBy:{some:{guided:{some:", 7) + "{}" + Times("}}}}", 7) + "){totalCount}}"),
    ];

    private static IEnumerable<Bomb> Compressed =>
    [
        new("50 MB of blanks as gzip", Squeeze(stream => new GZipStream(stream, CompressionLevel.Optimal)), "gzip"),
        new("50 MB of blanks as Brotli", Squeeze(stream => new BrotliStream(stream, CompressionLevel.Optimal)), "br"),
        new("what only says that it is compressed", [1, 2, 3], "gzip, gzip, gzip"),
    ];

    private const string Levels =
        "query($n:Int){events(first:$n){nodes{guidedBy(first:$n){nodes{guided(first:$n){nodes{guidedBy(first:$n){nodes{guided(first:$n){nodes{id}}}}}}}}}}}";

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Fixed(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Chain(int length, Func<int, string> next)
    {
        var text = new StringBuilder("{...F0}");
        for (var i = 0; i < length; i++) text.Append(CultureInfo.InvariantCulture, $"fragment F{i} on Query{{{next(i + 1)}}}");
        return text.Append(CultureInfo.InvariantCulture, $"fragment F{length} on Query{{__typename}}").ToString();
    }

    private static byte[] Squeeze(Func<Stream, Stream> over)
    {
        using var squeezed = new MemoryStream();
        using (var stream = over(squeezed))
        {
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 50; i++) stream.Write(blanks);
        }

        return squeezed.ToArray();
    }
}
