using System.Globalization;
using CsrGraph.Fuzz;

// Puts made-up documents to the API until a number of them or of seconds is over; ends with 1 at the first that hurts it.
if (args is not [var kind, var unit, var count, var seed, var seeds, var last]
    || unit is not ("seconds" or "documents")
    || !long.TryParse(count, CultureInfo.InvariantCulture, out var most)
    || !int.TryParse(seed, CultureInfo.InvariantCulture, out var start))
{
    Console.Error.WriteLine("usage: CsrGraph.Fuzz bytes|grammar seconds|documents COUNT SEED SEED-FOLDER FILE-FOR-THE-LAST-DOCUMENT");
    return 2;
}

using var target = await Target.MakeAsync(seeds, last);
IDocumentMaker maker = kind == "grammar" ? new GrammarMaker(target.Schema, start) : new BytesMaker(target.Schema, start);
return await new FuzzRun(target, maker, Console.Out).RunAsync(kind, start, unit == "documents" ? most : long.MaxValue, unit == "seconds" ? TimeSpan.FromSeconds(most) : TimeSpan.MaxValue);
