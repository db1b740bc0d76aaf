using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Names of one sort, each of which may be given once; a second one is reported with the place of the first.</summary>
internal sealed class UniqueNames(string what)
{
    private readonly Dictionary<string, YamlNode> places = new(StringComparer.Ordinal);

    /// <summary>Registers a name; an empty one was reported before and is passed over.</summary>
    public void Add(string name, YamlNode at)
    {
        if (name.Length > 0 && !places.TryAdd(name, at))
        {
            var first = places[name];
            at.Refuse($"the {what} \"{name}\" is taken: {first.File}:{first.Line} has it", "choose another");
        }
    }
}
