using System.Text.Json;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>
/// The names that a text leads to, as far as they are needed. The full-text index gives the shortest first, which are the first hits: for a first page
/// no more are listed than are likely to fill it.
/// </summary>
internal sealed class SearchedNames
{
    /// <summary>Of more names than this, those that come next are looked for in their order instead.</summary>
    private const int Common = 400;

    /// <summary>No text has it: it is no character.</summary>
    private const string AfterAll = "\U0010FFFF";

    private const string Matching = "FROM name_words w CROSS JOIN name n ON n.row = w.rowid WHERE name_words MATCH";

    private readonly Connection reader;
    private readonly Question question;
    private readonly string folded;
    private readonly long? enough;
    private readonly HashSet<long> rows = [];
    private readonly List<SearchSource> common = [];

    /// <summary>Looks for a text, the question's fourth parameter.</summary>
    /// <param name="reader">Where.</param>
    /// <param name="question">Takes the parameters of what is found.</param>
    /// <param name="folded">The text.</param>
    /// <param name="enough">How many names of one sort are enough; null where every one is needed.</param>
    public SearchedNames(Connection reader, Question question, string folded, long? enough)
    {
        (this.reader, this.question, this.folded, this.enough) = (reader, question, folded, enough);
        var same = reader[Sql.Query("names-just-so")].Bind(1, folded);
        while (same.Step()) rows.Add(same.Long(0));
        FindBeginning();
        Find(3, (NameKeys.OfPart(folded), false), "instr(n.folded, ?4) > 1");
        Find(4, NameKeys.OfPinyin(folded), "instr(n.pinyin, char(31) || ?4) > 0");
        Find(5, NameKeys.OfInitials(folded), "instr(n.initials, char(31) || ?4) > 0");
    }

    /// <summary>The names' rows, a JSON array.</summary>
    public string Rows => JsonSerializer.Serialize(rows);

    /// <summary>What finds more.</summary>
    public IReadOnlyList<SearchSource> Sources => common;

    /// <summary>Up to which hit all are among these names; null where all of them are.</summary>
    public Position? Until { get; private set; }

    /// <summary>Few names that begin with a text lie together; of many, the shortest are asked for.</summary>
    private void FindBeginning()
    {
        var beginning = reader[Sql.Query("names-beginning")].Bind(1, folded).Bind(2, folded + AfterAll);
        var found = new List<long>();
        while (found.Count < Common && beginning.Step()) found.Add(beginning.Long(0));
        beginning.Reset();
        if (found.Count < Common) rows.UnionWith(found);
        else Find(2, NameKeys.OfBeginning(folded), "instr(n.folded, ?4) = 1 AND n.folded <> ?4");
    }

    private void Find(int reason, (string Text, bool HasOthers) query, string holds)
    {
        var names = query.HasOthers ? reader[$"SELECT w.rowid, {holds} {Matching} ?1"] : reader[Sql.Query("names-by-words")];
        names.Bind(1, query.Text).Bind(4, folded);
        var (read, last, found) = (0, 0L, new List<long>());
        while (names.Step())
        {
            var row = names.Long(0);
            if (found.Count >= enough && Length(row) > last)
            {
                Cut(reason, last, null);
                break;
            }

            last = Length(row);
            if (++read > Common)
            {
                // Those that are shorter are listed; these and what follows are gone through.
                found.RemoveAll(r => Length(r) == last);
                common.Add(new SearchSource(
                    reason, $"SELECT n.row {Matching} {question.Value(query.Text)} AND {holds}", $"n.length >= {question.Value(last)} AND {holds}"));
                break;
            }

            if (!query.HasOthers || names.Long(1) == 1) found.Add(row);
        }

        names.Reset();
        rows.UnionWith(enough is { } most && found.Count > most ? First(reason, found, most) : found);
    }

    /// <summary>Of the longest of these names only the first ones.</summary>
    private List<long> First(int reason, List<long> found, long most)
    {
        var shorter = found.FindIndex(r => Length(r) == Length(found[^1]));
        var first = reader[Sql.Query("names-first-by-key")].Bind(1, JsonSerializer.Serialize(found.Skip(shorter))).Bind(2, most);
        var (chosen, key) = (found.GetRange(0, shorter), "");
        while (first.Step())
        {
            chosen.Add(first.Long(0));
            key = first.Text(1);
        }

        if (chosen.Count < found.Count) Cut(reason, Length(found[^1]), key);
        return chosen;
    }

    /// <summary>Names that are found for a reason were left out after the last one of this length, or after this id among them.</summary>
    private void Cut(int reason, long length, string? key)
    {
        if (Until is not { } until || reason < (long)until.Values[0]!) Until = new Position([(long)reason, length], key ?? AfterAll);
        else if (reason == (long)until.Values[0]! && key is not null) Until = new Position(until.Values, key);
    }

    private static long Length(long row) => row >> 32;
}
