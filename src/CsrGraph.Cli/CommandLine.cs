using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using CsrGraph.Cli.Settings;
using CsrGraph.Cli.Verbs;
using CsrGraph.Store;
using CsrGraph.Web;

namespace CsrGraph.Cli;

/// <summary>The program: reads a command line, does what it says, and answers with one of the <see cref="ExitCode"/>s.</summary>
public sealed class CommandLine(Terminal terminal, Func<string, string?> variable, TimeProvider time)
{
    /// <summary>Runs one command line.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var settings = SettingValues.Read(variable, out var problems);
        if (problems.Count > 0) return Fail(ExitCode.WrongUsage, string.Join(Environment.NewLine, problems));

        using var interruption = new Interruption();
        var invocation = new Invocation(terminal, settings, variable, time);
        var parsed = Root(invocation, interruption).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var errors = parsed.Action is VerbHelp ? [] : UsageErrors(parsed).ToList();
        if (errors.Count == 0) return await RunAsync(parsed, interruption);
        var verb = parsed.CommandResult.Command is Verb given ? $"csrgraph {given.Name}" : "csrgraph";
        return Fail(ExitCode.WrongUsage, string.Join(Environment.NewLine, errors.Append($"'{verb} --help' says more")));
    }

    private static IEnumerable<string> UsageErrors(ParseResult parsed)
    {
        // What looks like an option and is none would be taken for an argument.
        var options = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).Where(v => v.Length > 1 && v[0] == '-');
        return parsed.Errors.Select(e => e.Message).Concat(options.Select(o => $"there is no option '{o}'"));
    }

    private static RootCommand Root(Invocation invocation, Interruption interruption)
    {
        var root = new RootCommand("csrgraph: who took part in what, and who says so. A knowledge graph of corporate responsibility, with GraphQL.")
        {
            ServeCommand.Create(invocation, interruption),
            CheckCommand.Create(invocation),
            LocateCommand.Create(invocation),
            DiffCommand.Create(invocation),
            LoadCommand.Create(invocation),
            ChangesCommand.Create(invocation),
            RollbackCommand.Create(invocation),
            ShowCommand.Create(invocation),
            WhoCommand.Create(invocation),
            PathCommand.Create(invocation),
            NetworkCommand.Create(invocation),
            QueryCommand.Create(invocation),
            SchemaCommand.Create(invocation),
            ExportCommand.Create(invocation),
            BackupCommand.Create(invocation),
            GenerateCommand.Create(invocation),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new VerbHelp((HelpAction)help.Action!);
        return root;
    }

    private async Task<int> RunAsync(ParseResult parsed, Interruption interruption)
    {
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return interruption.ExitCode;
        }
        catch (BadInputException e)
        {
            return Fail(ExitCode.BadInput, e.Message);
        }
        catch (WrongUsageException e)
        {
            return Fail(ExitCode.WrongUsage, e.Message);
        }
        catch (Exception e) when (e is StoreUnavailableException or AddressUnavailableException)
        {
            return Fail(ExitCode.Unavailable, e.Message);
        }
#pragma warning disable CA1031 // The last one who can say anything: it says what happened and how to report it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(ExitCode.Fault, FaultReport.Of(e));
        }
    }

    private int Fail(int code, string message)
    {
        terminal.Error.WriteLine(message);
        return code;
    }
}
