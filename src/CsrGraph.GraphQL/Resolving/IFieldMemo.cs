namespace CsrGraph.GraphQL.Resolving;

/// <summary>A field's context that lasts for many objects, and keeps what their fields have in common.</summary>
internal interface IFieldMemo
{
    /// <summary>What a resolver left for the next object; null at first.</summary>
    object? Memo { get; set; }
}
