using System.Runtime.InteropServices;

namespace CsrGraph.Sqlite.Connections;

/// <summary>SQLite's text of a statement with its parameters' values in their places, which the library has no way to.</summary>
internal static partial class ExpandedSql
{
    private const string Library = "e_sqlite3";

    /// <summary>The text of a prepared statement as it is bound.</summary>
    /// <exception cref="InsufficientMemoryException">It is longer than SQLite lets a text be.</exception>
    public static string Of(nint statement)
    {
        var text = Expand(statement);
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? throw new InsufficientMemoryException("the statement with its values is too long");
        }
        finally
        {
            Free(text);
        }
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_expanded_sql")]
    private static partial nint Expand(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_free")]
    private static partial void Free(nint memory);
}
