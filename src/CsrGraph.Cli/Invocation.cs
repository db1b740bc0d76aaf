using CsrGraph.Cli.Settings;
using CsrGraph.Vocabulary;

namespace CsrGraph.Cli;

/// <summary>What every verb of one run works with.</summary>
internal sealed class Invocation(Terminal terminal, SettingValues settings, Func<string, string?> variable, TimeProvider time)
{
    private readonly Lazy<VocabularyDefinition> vocabulary = new(VocabularyDefinition.Load);

    public Terminal Terminal => terminal;

    public TextWriter Out => terminal.Out;

    public TextWriter Error => terminal.Error;

    /// <summary>The settings of the environment, checked.</summary>
    public SettingValues Settings => settings;

    /// <summary>Gives the value of an environment variable, or null; for settings that are another program's.</summary>
    public Func<string, string?> Variable => variable;

    public TimeProvider Time => time;

    /// <summary>The vocabulary that is built in, read when it is first needed.</summary>
    public VocabularyDefinition Vocabulary => vocabulary.Value;
}
