using System.CommandLine;
using CsrGraph.Cli.Output;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph locate</c>: prints where a quote stands in a raw text.</summary>
internal static class LocateCommand
{
    public static Verb Create(Invocation invocation)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The id of a document of the seed folder" };
        var quote = new Argument<string>("QUOTE") { Description = "Its words, as the normalised text has them" };
        var nth = new Option<int>("--nth") { Description = "Only the Nth place, from 1 on", HelpName = "N" };
        nth.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--nth counts from 1 on");
        });
        var seed = VerbOptions.Seed(invocation);
        var sources = VerbOptions.Sources(invocation);
        return new Verb("locate", "Prints the span of a quote in the raw text of a document, a line a place.")
        {
            Arguments = { document, quote },
            Options = { nth, seed, sources },
            Examples = ["csrgraph locate csr-forum-2018 腾讯 --sources ../shared/sources"],
            ExitCodes = [(ExitCode.BadInput, "the document, its text or the quote is not there")],
        }.Does((parsed, _) =>
        {
            var seeds = new Seeds(invocation, parsed.GetRequiredValue(seed), parsed.GetValue(sources));
            var places = seeds.Locate(parsed.GetRequiredValue(document), parsed.GetRequiredValue(quote));
            foreach (var problem in places.Problems) invocation.Error.WriteLine(problem);
            if (places.Problems.Count > 0) return Task.FromResult(ExitCode.BadInput);
            var spans = places.Spans;
            if (parsed.GetResult(nth) is { Implicit: false })
            {
                var wanted = parsed.GetValue(nth);
                if (wanted > spans.Count) throw new BadInputException($"'{parsed.GetValue(quote)}' stands there only {Counted.Of(spans.Count, "time")}");
                spans = [spans[wanted - 1]];
            }

            foreach (var span in spans) invocation.Out.WriteLine(span);
            return Task.FromResult(ExitCode.Done);
        });
    }
}
