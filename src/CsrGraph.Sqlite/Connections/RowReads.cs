using System.Runtime.InteropServices;

namespace CsrGraph.Sqlite.Connections;

/// <summary>
/// SQLite's own functions that step to a row and read it, called for every row or every column of every row: by the library's way, which guards the
/// handle at each call, they take several times as long as what they do. Those that read neither wait nor call back, and stay in the runtime's hands.
/// The handle is the caller's to keep open.
/// </summary>
internal static partial class RowReads
{
    private const string Library = "e_sqlite3";

    /// <summary>Goes to the next row; gives SQLite's result code.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long Number(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static partial int Type(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial nint Blob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int Length(nint statement, int column);

    /// <summary>The bytes of a blob or of a text in UTF-8, until the next step.</summary>
    public static unsafe ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        // In this order: asking for the bytes may change how they are kept.
        var bytes = Blob(statement, column);
        return new ReadOnlySpan<byte>((void*)bytes, Length(statement, column));
    }
}
