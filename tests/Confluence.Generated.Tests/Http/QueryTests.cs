using Confluence.Generated.Requests;

namespace Confluence.Generated.Tests.Http;

public class QueryTests
{
    [Fact]
    public void Values_are_written_in_order_and_nulls_left_out()
    {
        QueryBuilder query = new();
        query.Add("title", "a b&c=d+é");
        query.Add("none", (string?)null);
        query.Add("limit", 25);
        query.Add("noLimit", (int?)null);
        query.Add("id", 5_000_000_000L);
        query.Add("ratio", 0.5);
        query.Add("draft", true);
        query.Add("purge", false);
        query.Add("from", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        query.Add("exact", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 670, TimeSpan.Zero));
        query.AddEnum<Colour>("colour", new Colour("red"));
        query.AddEnum<Colour>("noColour", null);
        query.Add("empty", "");

        Assert.Equal(
            "title=a%20b%26c%3Dd%2B%C3%A9&limit=25&id=5000000000&ratio=0.5&draft=true&purge=false&from=2026-01-02T01%3A04%3A05.000Z&exact=2026-01-02T03%3A04%3A05.670Z&colour=red&empty=",
            query.ToString());
    }

    [Fact]
    public void Lists_are_repeated_or_joined()
    {
        QueryBuilder query = new();
        query.AddEach("s", ["a", "b"]);
        query.AddEach("i", [1, 2]);
        query.AddEach("l", [3L, 4L]);
        query.AddEachEnum<Colour>("c", [new Colour("x"), new Colour("y")]);
        query.AddJoined("js", ["a", "b"]);
        query.AddJoined("ji", [1, 2]);
        query.AddJoined("jl", [3L, 4L]);
        query.AddJoinedEnum<Colour>("jc", [new Colour("x"), new Colour("y")]);
        query.AddEach("none", (IReadOnlyList<string>?)null);
        query.AddJoined("empty", Array.Empty<string>());

        Assert.Equal("s=a&s=b&i=1&i=2&l=3&l=4&c=x&c=y&js=a%2Cb&ji=1%2C2&jl=3%2C4&jc=x%2Cy", query.ToString());
    }

    [Fact]
    public void Values_that_cannot_be_sent_are_refused_by_name()
    {
        QueryBuilder query = new();

        Assert.Equal(
            "The query parameter 'colour' contains a default Colour, which has no value. Use one of its named values. (Parameter 'colour')",
            Assert.Throws<ArgumentException>(() => query.AddEnum<Colour>("colour", default(Colour))).Message);
        Assert.Contains("'colours'", Assert.Throws<ArgumentException>(() => query.AddJoinedEnum<Colour>("colours", [default])).Message, StringComparison.Ordinal);
        Assert.Equal(
            "The query parameter 'expand' is sent as one comma-separated list, so no value may contain a comma; 'a,b' does. (Parameter 'expand')",
            Assert.Throws<ArgumentException>(() => query.AddJoined("expand", ["a,b"])).Message);
        Assert.Equal(
            "The query parameter 'ids' contains a null value. Leave it out. (Parameter 'ids')",
            Assert.Throws<ArgumentException>(() => query.AddEach("ids", ["a", null!])).Message); // What callers without nullable checks do.
        Assert.Equal("The query parameter 'ratio' must be a finite number. (Parameter 'ratio')", Assert.Throws<ArgumentException>(() => query.Add("ratio", double.NaN)).Message);
    }

    [Theory]
    [InlineData("cql=type%3Dpage+and%20x&limit=2", "cql", "type=page and x")]
    [InlineData("limit=2&cursor=eyJ%2B%3D%3D&x=1", "cursor", "eyJ+==")]
    [InlineData("cursor=ab+c/d==", "cursor", "ab+c/d==")]
    [InlineData("cursor=a%252Bb", "cursor", "a%2Bb")]
    [InlineData("&&cursor=&flag", "cursor", "")]
    [InlineData("&&cursor=&flag", "flag", "")]
    [InlineData("a=%zz", "a", "%zz")]
    [InlineData("=x&a=1", "", "x")]
    [InlineData("a+b=1", "a b", "1")]
    [InlineData("a+b", "a b", "")]
    public void A_links_query_is_decoded_once(string query, string name, string expected) =>
        Assert.Equal(expected, QueryBuilder.Parse(query).Find(name));

    [Fact]
    public void Merging_replaces_in_place_and_appends_what_is_new()
    {
        QueryBuilder original = QueryBuilder.Parse("cql=a&excerpt=none&limit=5&x=1&x=2");

        Assert.Equal("cql=b&excerpt=none&limit=5&x=3&cursor=c", QueryBuilder.Merge(original, QueryBuilder.Parse("cursor=c&cql=b&x=3")).ToString());
        Assert.Equal("cql=a&excerpt=none&limit=5&x=1&x=2", original.ToString());
        Assert.Equal("cursor=c", QueryBuilder.With(null, "cursor", "c").ToString());
    }
}
