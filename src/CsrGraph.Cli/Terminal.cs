using System.Text;

namespace CsrGraph.Cli;

/// <summary>Where a run reads and writes: the console, or what a test holds in its place.</summary>
/// <param name="In">What is piped in.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Everything that is no result: problems, progress.</param>
/// <param name="CanDraw">True where somebody watches <paramref name="Error"/> on a terminal that can redraw a line.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool CanDraw)
{
    /// <summary>Opens what results are written to as bytes; nothing is to be written to <see cref="Out"/> then.</summary>
    public Func<Stream> OpenOut { get; init; } = Console.OpenStandardOutput;

    /// <summary>The process's own console, in UTF-8.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        Console.InputEncoding = utf8;
        return new Terminal(Console.In, Console.Out, Console.Error, !Console.IsErrorRedirected && !Console.IsOutputRedirected);
    }
}
