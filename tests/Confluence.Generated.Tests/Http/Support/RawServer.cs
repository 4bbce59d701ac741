using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confluence.Generated.Tests.Http;

/// <summary>A request as it came over the wire.</summary>
internal sealed record RawRequest(string Head, byte[] Body)
{
    public string Line => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];
}

/// <summary>A server on this machine that speaks bare HTTP/1.1, as rudely as a test wants.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawRequest, NetworkStream, Task<bool>> _serve;
    private readonly bool _readsBodies;

    /// <summary>Starts the server.</summary>
    /// <param name="serve">Answers a request and tells whether the connection stays open.</param>
    /// <param name="readsBodies">Whether the body is read before the answer is given.</param>
    public RawServer(Func<RawRequest, NetworkStream, Task<bool>> serve, bool readsBodies = true)
    {
        _serve = serve;
        _readsBodies = readsBodies;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Site => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    public static byte[] Response(string status, byte[] body, params string[] headers) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"), .. body];

    public static async Task<bool> AnswerAsync(NetworkStream stream, byte[] response)
    {
        await stream.WriteAsync(response);
        return true;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return; // The test is over.
            }

            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    if (!await _serve(request, stream))
                    {
                        return;
                    }
                }
            }
            catch (IOException)
            {
                // The client broke the connection off, which is what some tests are about.
            }
        }
    }

    private async Task<RawRequest?> ReadAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        string text = head.ToString();
        string? length = text.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        byte[] body = new byte[_readsBodies && length is not null ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body);
        return new RawRequest(text, body);
    }
}
