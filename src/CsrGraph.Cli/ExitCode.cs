namespace CsrGraph.Cli;

/// <summary>What the program's exit codes mean; every verb's help lists those it uses.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input is bad; what was printed says where.</summary>
    public const int BadInput = 1;

    /// <summary>The command or a setting is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>The store, or the address to serve at, cannot be had.</summary>
    public const int Unavailable = 3;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 70;

    /// <summary>Ended by Ctrl-C (SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;
}
