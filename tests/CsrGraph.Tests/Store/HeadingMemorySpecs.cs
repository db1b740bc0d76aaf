using CsrGraph.Model;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.Tests.Store;

public sealed class HeadingMemorySpecs
{
    // More than are kept as objects.
    private const int Many = 400_000;

    [Fact]
    public void As_many_as_a_large_store_has_are_all_found_as_they_were()
    {
        var known = new HeadingMemory().At(1)!;
        for (var key = 1L; key <= Many; key++) known.Add(key, Heading(key));
        for (var key = 1L; key <= Many; key++)
        {
            var found = known.Find(key)!;
            Assert.True(Heading(key).SaysTheSameAs(found), $"{key}: {found}");
        }

        Assert.Null(known.Find(Many + 1));
    }

    [Fact]
    public void One_with_a_date_is_found_with_it_or_not_at_all()
    {
        var known = new HeadingMemory().At(1)!;
        for (var key = 1L; key <= Many; key++) known.Add(key, Heading(key) with { Date = PartialDate.Of("2024-11-12") });
        var found = Enumerable.Range(1, Many).Select(key => known.Find(key)).OfType<Entity>().ToList();
        Assert.NotEmpty(found);
        Assert.All(found, e => Assert.Equal(PartialDate.Of("2024-11-12"), e.Date));
    }

    [Fact]
    public async Task Those_who_add_and_those_who_look_at_the_same_time_see_whole_headings()
    {
        var known = new HeadingMemory().At(1)!;
        await Parallel.ForAsync(0, 8, TestContext.Current.CancellationToken, (turn, _) =>
        {
            for (var key = 1L; key <= Many; key++)
            {
                if (turn % 2 == 0) known.Add(key, Heading(key));
                else if (known.Find(key) is { } found) Assert.True(Heading(key).SaysTheSameAs(found), $"{key}: {found}");
            }

            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Nothing_is_remembered_of_a_head_that_is_over()
    {
        var memory = new HeadingMemory();
        memory.At(1)!.Add(7, Heading(7));
        Assert.Null(memory.At(2)!.Find(7));
        Assert.Null(memory.At(1));
    }

    private static Entity Heading(long key) =>
        Entity.Heading(new EntityId($"org:made-{key}"), key % 3 == 0 ? "PLEDGE" : "ORGANISATION", key % 2 == 0 ? "COMPANY" : null, $"第{key}号公司😀", null);
}
