namespace CsrGraph.Yaml;

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(YamlPlace place, IReadOnlyList<YamlNode> nodes)
        : base(place) => Nodes = nodes;

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<YamlNode> Nodes { get; }

    /// <inheritdoc/>
    public override string Shape => "a list";
}
