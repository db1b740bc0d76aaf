using System.Reflection;
using System.Runtime.InteropServices;

namespace CsrGraph.Cli;

/// <summary>What is printed where the program itself is at fault.</summary>
internal static class FaultReport
{
    public static string Of(Exception exception) =>
        $"""
        {exception}

        This is a fault of csrgraph, not yours. Please report it as CONTRIBUTING.md says, with the command that you gave, the lines above and these:
        csrgraph {Version}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}
        """;

    private static string Version => typeof(FaultReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";
}
