using CsrGraph.Query.Walks;

namespace CsrGraph.Cli.Output;

/// <summary>Walks through the graph for somebody who waits at a terminal.</summary>
internal static class Walks
{
    /// <summary>Walks, and says what is wrong with a question as it is said of other input.</summary>
    /// <exception cref="BadInputException">The question is wrong, or too large.</exception>
    public static async Task<T> AskAsync<T>(Func<RowMeter, Task<T>> walk, Invocation invocation)
    {
        try
        {
            return await walk(new RowMeter(invocation.Settings.Limits.MaxRows));
        }
        catch (BadQuestionException e)
        {
            throw new BadInputException(e.Message);
        }
        catch (TooManyRowsException e)
        {
            throw new BadInputException($"{e.Message}: name fewer relation types, or a shorter way; CSRGRAPH_MAX_ROWS moves the limit");
        }
    }
}
