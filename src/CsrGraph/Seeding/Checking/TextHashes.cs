using CsrGraph.Seeding.Compact;

namespace CsrGraph.Seeding.Checking;

/// <summary>Where the hash of each document's text stands, so that no text is two documents'.</summary>
internal sealed class TextHashes
{
    private readonly KeyTable hashes = new();
    private readonly Interned<string> files = new();
    private readonly PiecedList<(int File, int Line)> places = new();

    /// <summary>Notes where a hash stands; where it stood before, that place is given and stays.</summary>
    /// <param name="sha256">64 hexadecimal digits.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line.</param>
    public (string File, int Line)? Note(string sha256, string file, int line)
    {
        var count = hashes.Count;
        var number = hashes.Number(Convert.FromHexString(sha256));
        if (number == count)
        {
            places.Add((files.Number(file), line));
            return null;
        }

        var first = places[number];
        return (files[first.File], first.Line);
    }
}
