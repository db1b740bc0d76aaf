using System.Buffers;
using System.Text;
using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes the texts that names are found by.</summary>
internal sealed class NameWriter(Connection connection, long lastName)
{
    /// <summary>Before each reading of a name in its row.</summary>
    public const char Separator = '\u001F';

    private const string Short = "SHORT";

    /// <summary>So many names' words are kept, as bytes, until they are written in the order of their rows, as the full-text index wants them.</summary>
    private const int MaxPending = 20_000;

    private readonly Statement insert = connection[Sql.Query("insert-name")];
    private readonly Statement insertWords = connection[Sql.Query("insert-name-words")];
    private readonly List<(long Row, int Start, int Words, int Keys)> pending = [];
    private readonly ArrayBufferWriter<byte> utf8 = new();
    private long last = lastName;

    public void Add(long version, long kind, Entity entity, IReadOnlyList<SearchKeys> keys)
    {
        for (var place = 0; place < keys.Count; place++) Add(version, kind, entity.Id.Value, place, entity.Names[place], keys[place]);
        if (pending.Count >= MaxPending) Flush();
    }

    /// <summary>Writes what was kept.</summary>
    public void Flush()
    {
        pending.Sort((a, b) => a.Row.CompareTo(b.Row));
        foreach (var (row, start, words, keys) in pending)
        {
            insertWords.Bind(1, row).BindUtf8(2, utf8.WrittenSpan.Slice(start, words)).BindUtf8(3, utf8.WrittenSpan.Slice(start + words, keys)).Run();
        }

        pending.Clear();
        utf8.ResetWrittenCount();
    }

    private void Add(long version, long kind, string key, int place, Name name, SearchKeys keys)
    {
        if (keys.Folded.Length == 0) return;
        var row = ((long)keys.Folded.Length << 32) + ++last;
        insert.Bind(1, row).Bind(2, version).Bind(3, place).Bind(4, kind).Bind(5, key).Bind(6, name.Text).Bind(7, keys.Folded).Bind(8, keys.Folded.Length)
            .Bind(9, name.Type == Short ? 1 : 0).Bind(10, name.IsMatchable ? 1 : 0)
            .Bind(11, Joined(keys.Pinyin)).Bind(12, Joined(keys.Initials)).Run();
        pending.Add((row, utf8.WrittenCount, Keep(NameKeys.Words(keys.Folded)), Keep(NameKeys.Keys(keys))));
    }

    private int Keep(string text) => (int)Encoding.UTF8.GetBytes(text, utf8);

    private static string Joined(IReadOnlyList<string> texts) => string.Concat(texts.Where(t => t.Length > 0).Select(t => Separator + t));
}
