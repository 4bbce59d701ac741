using System.Diagnostics;
using System.Globalization;
using Confluence.Generated;
using Confluence.Generated.V1.Models;

namespace Confluence.Benchmarks.Transfers;

/// <summary>How much memory a large file takes on its way up and down, over the loopback of this machine.</summary>
internal static class TransferReport
{
    private const long Length = 1L << 30;
    private const double Mebi = 1 << 20;

    /// <summary>Prints the figures of this process.</summary>
    /// <param name="output">Where they go.</param>
    public static async Task PrintAsync(TextWriter output)
    {
        await using StubSite site = new(Length);
        using ConfluenceClient client = new(site.Address, new BearerTokenCredential("token"), new ConfluenceClientOptions { Timeout = Timeout.InfiniteTimeSpan });
        await output.WriteLineAsync("| transfer of 1 GiB | seconds | most managed memory, MiB | allocated in all, MiB |\n|---|---|---|---|");
        await output.WriteLineAsync(await MeasureAsync("up", async progress =>
            await client.V1.Attachments.CreateAttachmentAsync("1", new AttachmentUpload { File = FileUpload.FromStream("zeros.bin", new LongStream(Length)).WithProgress(progress), MinorEdit = true })));
        await output.WriteLineAsync(await MeasureAsync("down", async progress =>
        {
            await using ConfluenceDownload download = await client.V1.Attachments.DownloadAttachmentAsync("1", "att1");
            await download.CopyToAsync(Stream.Null, progress);
        }));
    }

    private static async Task<string> MeasureAsync(string name, Func<IProgress<long>, Task> transfer)
    {
        GC.Collect();
        MemoryPeak peak = new();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        await transfer(peak);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (peak.Transferred != Length)
        {
            throw new InvalidOperationException($"{peak.Transferred} bytes went {name} instead of {Length}.");
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds:0.0} | {peak.Most / Mebi:0.00} | {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / Mebi:0.00} |");
    }

    /// <summary>Looks at the managed memory each time that a piece has been transferred.</summary>
    private sealed class MemoryPeak : IProgress<long>
    {
        public long Most { get; private set; }

        public long Transferred { get; private set; }

        public void Report(long value)
        {
            Transferred = value;
            Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: false));
        }
    }
}
