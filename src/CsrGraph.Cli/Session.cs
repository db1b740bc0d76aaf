using CsrGraph.Cli.Settings;

namespace CsrGraph.Cli;

/// <summary>What every verb of one run works with.</summary>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Settings">The settings of the environment, checked.</param>
/// <param name="Time">The clock.</param>
internal sealed record Session(Terminal Terminal, SettingValues Settings, TimeProvider Time)
{
    public TextWriter Out => Terminal.Out;

    public TextWriter Error => Terminal.Error;
}
