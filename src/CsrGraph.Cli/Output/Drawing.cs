using Spectre.Console;
using Spectre.Console.Rendering;
using PlainText = Spectre.Console.Text;

namespace CsrGraph.Cli.Output;

/// <summary>Draws tables and trees on a run's output, wide characters as wide as they are; without colours, so that it can be piped on.</summary>
internal static class Drawing
{
    // Where nobody's terminal says how wide it is.
    private const int UsualWidth = 120;

    public static void Draw(this Invocation invocation, IRenderable what)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(invocation.Out),
        });
        console.Profile.Width = invocation.Terminal.CanDraw ? Math.Max(console.Profile.Width, 40) : UsualWidth;
        console.Profile.Capabilities.Unicode = true;
        console.Write(what);
    }

    /// <summary>A table with these headings.</summary>
    public static Table Table(params IReadOnlyList<string> headings)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = false };
        foreach (var heading in headings) table.AddColumn(new TableColumn(new PlainText(heading)));
        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void Add(this Table table, params IReadOnlyList<string> cells) => table.AddRow(cells.Select(c => new PlainText(c)));
}
