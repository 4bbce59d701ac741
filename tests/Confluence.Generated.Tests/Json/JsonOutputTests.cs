using System.Text;
using System.Text.Json;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Json;

/// <summary>The buffer and the writer that serve one request after the other.</summary>
public sealed class JsonOutputTests
{
    [Fact]
    public void Bytes_that_were_given_out_stay_as_they_are()
    {
        byte[] first = Write("one");
        byte[] second = Write("two");

        Assert.Equal("\"one\"", Encoding.UTF8.GetString(first));
        Assert.Equal("\"two\"", Encoding.UTF8.GetString(second));
    }

    [Fact]
    public void A_value_that_fails_half_way_leaves_nothing_behind()
    {
        Assert.Throws<JsonException>(() => JsonOutput.Utf8(0, static (writer, _) =>
        {
            writer.WriteStartObject();
            writer.WriteString("half", "way");
            throw new JsonException("The rest cannot be written.");
        }));

        Assert.Equal("\"after\"", Encoding.UTF8.GetString(Write("after")));
    }

    [Fact]
    public void A_value_may_write_another_one_on_the_way()
    {
        byte[] inner = [];
        byte[] outer = JsonOutput.Utf8("outer", (writer, text) =>
        {
            writer.WriteStartArray();
            inner = Write("inner");
            writer.WriteStringValue(text);
            writer.WriteEndArray();
        });

        Assert.Equal("""["outer"]""", Encoding.UTF8.GetString(outer));
        Assert.Equal("\"inner\"", Encoding.UTF8.GetString(inner));
    }

    [Fact]
    public void A_thread_uses_its_buffer_again_and_keeps_no_large_one()
    {
        _ = Write("warm");
        Assert.InRange(LeastAllocatedBy(static () => Write("small")), 0, 1024);

        _ = Write(new string('x', 2 * 1024 * 1024));
        Assert.InRange(AllocatedBy(static () => Write("small")), 4 * 1024, 64 * 1024);
        Assert.InRange(LeastAllocatedBy(static () => Write("small")), 0, 1024);
    }

    [Fact]
    public void Large_values_and_small_ones_take_turns()
    {
        string large = new('x', 3 * 1024 * 1024);

        Assert.Equal(large.Length + 2, Write(large).Length);
        Assert.Equal("\"small\"", Encoding.UTF8.GetString(Write("small")));
    }

    [Fact]
    public void Threads_do_not_share_it() => Parallel.For(0, 2_000, static number =>
        Assert.Equal($"\"{number}\"", Encoding.UTF8.GetString(Write(number.ToString(System.Globalization.CultureInfo.InvariantCulture)))));

    // What the runtime or an instrumented assembly does beside it once in a while is not counted.
    private static long LeastAllocatedBy(Action write) => Enumerable.Range(0, 10).Min(_ => AllocatedBy(write));

    private static long AllocatedBy(Action write)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        write();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Write(string text) => JsonOutput.Utf8(text, static (writer, value) => writer.WriteStringValue(value));
}
