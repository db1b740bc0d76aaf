using CsrGraph.GraphQL;

namespace CsrGraph.Fuzz;

/// <summary>Makes up requests, the same ones for the same seed.</summary>
internal interface IDocumentMaker
{
    /// <summary>The next one; null where what was made up is not even JSON.</summary>
    ApiRequest? Next();
}
