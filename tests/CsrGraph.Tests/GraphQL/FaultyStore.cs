using CsrGraph.InMemory;
using CsrGraph.Store;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A store whose reads fail where a test says so.</summary>
internal sealed class FaultyStore(IGraphStore inner) : PassingStore(inner)
{
    /// <summary>Throws where a call is to fail; gets the method's name and its requests.</summary>
    public Action<string, object> Before { get; set; } = (_, _) => { };

    protected override void OnCall(string method, object requests)
    {
        if (method is not (nameof(ChangesAsync) or nameof(ApplyAsync))) Before(method, requests);
    }
}
