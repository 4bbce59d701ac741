namespace Confluence.Sandbox.Requests;

/// <summary>Keeps the last requests.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly Queue<SandboxRequest> _requests = [];
    private readonly Lock _lock = new();

    public void Add(SandboxRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == capacity && !_requests.TryDequeue(out _))
            {
                return;
            }

            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<SandboxRequest> Copy()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }
}
