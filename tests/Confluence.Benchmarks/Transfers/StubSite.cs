using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confluence.Benchmarks.Transfers;

/// <summary>
/// A site on 127.0.0.1 that speaks just enough HTTP/1.1 for one file: it answers each GET with content of a given length, and reads and forgets what a POST sends.
/// It keeps nothing, so what the process holds is held by the client.
/// </summary>
internal sealed class StubSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly long _length;
    private readonly Task _serving;

    /// <summary>Starts the site.</summary>
    /// <param name="length">The length of what it answers with.</param>
    public StubSite(long length)
    {
        _length = length;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The address of the site.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptSocketAsync();
                await using NetworkStream stream = new(socket);
                await AnswerAsync(stream);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The site is disposed.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[64 * 1024];
        int count = 0;
        int head;
        while ((head = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(count));
            if (read == 0)
            {
                return;
            }

            count += read;
        }

        string[] lines = Encoding.ASCII.GetString(buffer, 0, head).Split("\r\n");
        long left = lines.Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(static line => long.Parse(line.AsSpan(15), provider: null)).FirstOrDefault() - (count - head - 4);
        if (lines.Any(static line => line.StartsWith("Expect:", StringComparison.OrdinalIgnoreCase)))
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        }

        while (left > 0)
        {
            left -= await stream.ReadAsync(buffer);
        }

        bool isDownload = lines[0].StartsWith("GET ", StringComparison.Ordinal);
        long length = isDownload ? _length : 2;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {(isDownload ? "application/octet-stream" : "application/json")}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"));
        if (!isDownload)
        {
            await stream.WriteAsync("{}"u8.ToArray());
            return;
        }

        for (long sent = 0; sent < length; sent += buffer.Length)
        {
            await stream.WriteAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - sent)));
        }
    }
}
