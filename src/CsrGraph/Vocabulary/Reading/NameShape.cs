using System.Text.RegularExpressions;
using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>How a name is spelt, so that GraphQL and the stores can take it as it is.</summary>
internal sealed partial record NameShape(Regex Pattern, string Words)
{
    /// <summary>Ids, which are enum values too.</summary>
    public static NameShape Capitals { get; } = new(CapitalsPattern(), "capitals, like CO_ORGANISED");

    /// <summary>GraphQL types.</summary>
    public static NameShape Pascal { get; } = new(PascalPattern(), "a GraphQL type's name, like EventSeries");

    /// <summary>GraphQL fields.</summary>
    public static NameShape Camel { get; } = new(CamelPattern(), "a GraphQL field's name, like coOrganisedBy");

    /// <summary>What stands before the colon of an id.</summary>
    public static NameShape Prefix { get; } = new(PrefixPattern(), "small letters, like org");

    /// <summary>The words of the value, empty where it is missing; another spelling is reported.</summary>
    public string Read(YamlNode? node)
    {
        var name = node?.Text() ?? string.Empty;
        if (name.Length > 0 && !Pattern.IsMatch(name))
        {
            node!.Refuse($"\"{name}\" is misspelt", $"write {Words}");
        }

        return name;
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\z")]
    private static partial Regex CapitalsPattern();

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex PascalPattern();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*\z")]
    private static partial Regex CamelPattern();

    [GeneratedRegex(@"\A[a-z]+\z")]
    private static partial Regex PrefixPattern();
}
