namespace CsrGraph.Neo4j.Writing;

/// <summary>Changes that make no sense in the state that they are applied to: whoever computed them has a bug, and nothing of them is kept.</summary>
internal static class Nonsense
{
    public static InvalidOperationException StandsAlready(object what) => new($"'{what}' stands already: it cannot be added");

    public static InvalidOperationException StandsNot(object what) => new($"'{what}' does not stand, or says something else: it cannot be changed");
}
