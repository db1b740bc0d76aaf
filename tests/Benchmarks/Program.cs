using System.CommandLine;
using CsrGraph.Benchmarks;

return await new RootCommand("Measures csrgraph. Times depend on the machine; the ratios of one run are what counts.")
{
    PeerCommand.Create(),
    PathCommand.Create(),
    LoadCommand.Create(),
    ReadCommand.Create(),
    ProjectionCommand.Create(),
    ServeCommand.Create(),
    AnswersCommand.Create(),
}.Parse(args).InvokeAsync();
