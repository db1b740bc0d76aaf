using CsrGraph.Cli;

return await new CommandLine(Terminal.OfProcess(), Environment.GetEnvironmentVariable, TimeProvider.System).RunAsync(args);
