using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Sqlite.Writing;

/// <summary>Writes the texts that names are found by.</summary>
internal sealed class NameWriter(Connection connection, long lastRow)
{
    private const string Short = "SHORT";

    private readonly Statement insert = connection[Sql.Query("insert-name")];
    private readonly Statement insertWords = connection[Sql.Query("insert-name-words")];
    private readonly Statement insertReading = connection[Sql.Query("insert-reading")];
    private long last = lastRow;

    public void Add(long version, IReadOnlyList<Name> names)
    {
        for (var place = 0; place < names.Count; place++) Add(version, place, names[place]);
    }

    private void Add(long version, int place, Name name)
    {
        var keys = SearchKeys.Of(name.Text);
        if (keys.Folded.Length == 0) return;
        insert.Bind(1, ++last).Bind(2, version).Bind(3, place).Bind(4, name.Text).Bind(5, keys.Folded).Bind(6, keys.Folded.Length)
            .Bind(7, name.Type == Short ? 1 : 0).Bind(8, name.IsMatchable ? 1 : 0).Bind(9, SearchText.HasLetters(keys.Folded) ? 1 : 0).Run();
        insertWords.Bind(1, last).Bind(2, keys.Bigrams).Run();
        foreach (var pinyin in keys.Pinyin) AddReading(pinyin, SearchReason.Pinyin);
        foreach (var initials in keys.Initials) AddReading(initials, SearchReason.Initials);
    }

    private void AddReading(string text, SearchReason kind)
    {
        if (text.Length > 0) insertReading.Bind(1, text).Bind(2, (long)kind).Bind(3, last).Run();
    }
}
