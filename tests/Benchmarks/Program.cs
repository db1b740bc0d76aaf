using System.CommandLine;
using CsrGraph.Benchmarks;
using CsrGraph.Benchmarks.Loads;
using CsrGraph.Benchmarks.Walks;

return await new RootCommand("Measures csrgraph. Times depend on the machine; the ratios of one run are what counts.")
{
    PeerCommand.Create(),
    PathCommand.Create(),
    LoadCommand.Create(),
    ReadCommand.Create(),
    SearchCommand.Create(),
    AddCommand.Create(),
    ScaleCommand.Create(),
    ProjectionCommand.Create(),
    ExportCommand.Create(),
    ServeCommand.Create(),
    AnswersCommand.Create(),
    WalkCommands.Paths(),
    WalkCommands.Network(),
}.Parse(args).InvokeAsync();
